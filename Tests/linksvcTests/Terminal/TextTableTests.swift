import Testing

@testable import linksvc

@Suite struct TextTableTests {
    @Test func `columns are as wide as their widest value, and lines end without blanks`() {
        var table = TextTable(["A", "BB", "C"])
        table.add(["long", nil, "x"])
        table.add(["s", "value", nil])
        #expect(table.text == "A     BB     C\nlong  -      x\ns     value  -")
    }

    @Test func `a stranger's name cannot steer the terminal`() {
        #expect(TextTable.printable("a\u{1B}[2J\nb\u{202E}c") == "a?[2J?b?c")
        #expect(TextTable.printable("Zoë 👩‍👩‍👧") == "Zoë 👩‍👩‍👧")
    }
}
