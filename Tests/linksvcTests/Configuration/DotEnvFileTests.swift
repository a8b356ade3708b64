import Testing

@testable import linksvc

@Suite struct DotEnvFileTests {
    @Test(arguments: [
        ("A=b", "b"), ("A = b ", "b"), ("export A=b", "b"), ("A=\"b c\"", "b c"), ("A='b \"c\" \\n'", "b \"c\" \\n"),
        ("A=\"b\\n\\\"c\\\\\\$\\x\"", "b\n\"c\\$\\x"), ("A=b # why", "b"), ("A=b#c", "b#c"),
        ("A='b # c' # why", "b # c"),
        ("A=", ""), ("A=# why", ""), ("A=b=c", "b=c"), ("A=x\nA=y", "y"), ("A=b\r\n", "b"), ("\u{FEFF}A=b", nil),
        ("# A=b", nil),
    ])
    func `a line is read as other tools read it`(text: String, value: String?) {
        #expect(DotEnvFile(text).values["A"] == value)
    }

    @Test(arguments: ["A", "=b", "A B=c", "A='b", "A=\"b", "A='b' c", "A-?=1"])
    func `a line that is none is counted`(line: String) {
        let file = DotEnvFile("# comment\n\n" + line)
        #expect(file.values == [:])
        #expect(file.badLines == [3])
    }
}
