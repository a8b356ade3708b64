import LinkService
import Testing

@testable import linksvc

@Suite struct SettingsPrecedenceTests {
    private func fixture() -> SettingsFixture {
        var fixture = SettingsFixture(flags: ["LINKSVC_RPC_PORT": "1"], configPath: "c.yaml")
        fixture.environment["LINKSVC_RPC_PORT"] = "2"
        fixture.files = [".env": "LINKSVC_RPC_PORT=3", "c.yaml": "LINKSVC_RPC_PORT: 4"]
        return fixture
    }

    @Test func `flags win over environment, environment over .env, .env over the file, the file over the default`()
        throws
    {
        var fixture = self.fixture()
        #expect(try fixture.read().settings.rpc.port == 1)
        fixture.flags = [:]
        #expect(try fixture.read().settings.rpc.port == 2)
        fixture.environment["LINKSVC_RPC_PORT"] = nil
        #expect(try fixture.read().settings.rpc.port == 3)
        fixture.files[".env"] = nil
        #expect(try fixture.read().settings.rpc.port == 4)
        fixture.configPath = nil
        #expect(try fixture.read().settings.rpc.port == 7_410)
    }

    @Test func `an empty value is as good as none`() throws {
        var fixture = self.fixture()
        fixture.flags = ["LINKSVC_RPC_PORT": ""]
        fixture.environment["LINKSVC_RPC_PORT"] = ""
        #expect(try fixture.read().settings.rpc.port == 3)
    }

    @Test func `a fault names the source that the value came from`() {
        var fixture = self.fixture()
        fixture.flags = ["LINKSVC_RPC_PORT": "x"]
        #expect(fixture.errors().first?.hasPrefix("LINKSVC_RPC_PORT (command line)") == true)
        fixture.flags = [:]
        fixture.environment["LINKSVC_RPC_PORT"] = nil
        fixture.files[".env"] = "LINKSVC_RPC_PORT=x"
        #expect(fixture.errors().first?.hasPrefix("LINKSVC_RPC_PORT (.env)") == true)
        fixture.files = ["c.yaml": "LINKSVC_RPC_PORT: x"]
        #expect(fixture.errors().first?.hasPrefix("LINKSVC_RPC_PORT (c.yaml)") == true)
    }

    @Test func `the environment says where .env is`() throws {
        var fixture = SettingsFixture(files: ["/etc/linksvc.env": "LINKSVC_RPC_PORT=5", ".env": "LINKSVC_RPC_PORT=6"])
        fixture.environment["ENV_FILE"] = "/etc/linksvc.env"
        #expect(try fixture.read().settings.rpc.port == 5)
    }

    @Test func `a .env that was named must exist, and one that was not need not`() throws {
        var fixture = SettingsFixture()
        #expect(try fixture.read().warnings == [])
        fixture.environment["ENV_FILE"] = "/nowhere"
        #expect(fixture.errors() == ["ENV_FILE: names \"/nowhere\", which does not exist"])
    }

    @Test func `a config file must exist and be readable as what its name says`() {
        var fixture = SettingsFixture(configPath: "c.json")
        #expect(fixture.errors() == ["--config: \"c.json\" does not exist"])
        fixture.files = ["c.json": "<directory>"]
        #expect(fixture.errors() == ["--config: \"c.json\" is a directory"])
        fixture.configPath = "c.toml"
        fixture.files = ["c.toml": ""]
        #expect(fixture.errors() == ["--config: \"c.toml\" is named neither .json, .yaml nor .yml"])
    }

    @Test func `a bad line of .env is told by its number alone`() throws {
        let fixture = SettingsFixture(files: [".env": "# ok\nhunter2 hunter2\nWEBHOOK_PORT=1"])
        #expect(try fixture.read().warnings == [".env, line 2, is neither NAME=VALUE nor a comment"])
        #expect(try fixture.read().settings.http.port == 1)
    }
}
