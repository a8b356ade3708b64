/// Where a value can come from, in the order of precedence: an earlier one wins.
enum SettingsSource: Int, CaseIterable, Sendable {
    case flags
    case environment
    case environmentFile
    case configFile
}
