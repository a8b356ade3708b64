internal import EventLog
internal import JSON
internal import Linking

/// The domain's values as the log and the interface write them.
extension JSONWriter {
    mutating func member<Subject>(_ name: StaticString, _ id: Identifier<Subject>) {
        self.name(name)
        self.string(id.description)
    }

    mutating func member<Subject>(_ name: StaticString, _ id: Identifier<Subject>?) {
        guard let id else { return }
        self.member(name, id)
    }

    mutating func member(_ name: StaticString, _ user: UserID?) {
        guard let user else { return }
        self.name(name)
        self.string(user.text)
    }

    mutating func member(_ name: StaticString, _ chat: ChatID?) {
        guard let chat else { return }
        self.name(name)
        self.int(chat.value)
    }

    mutating func member(_ name: StaticString, _ time: Timestamp?) {
        guard let time else { return }
        self.name(name)
        self.string(RecordTime.text(time.milliseconds))
    }

    mutating func member(_ name: StaticString, _ hash: SecretHash) {
        self.name(name)
        self.string(hash.hex)
    }

    mutating func member(_ name: StaticString, json: RawJSON?) {
        guard let json else { return }
        self.name(name)
        self.raw(json.bytes)
    }
}
