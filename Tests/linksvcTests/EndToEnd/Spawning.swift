import Foundation

/// How a child process is started.
struct Spawning {
    let directory: String
    let input: String
    let output: Int32
    let errorFile: String

    /// Starts it; its process id.
    func start(_ executable: String, _ arguments: [String], _ environment: [String: String]) throws -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, self.input, O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, self.output, 1)
        posix_spawn_file_actions_addopen(&actions, 2, self.errorFile, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0o600)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A thread of the tests may hold signals back, which a child would inherit.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", self.directory]
        var words = (shell + [executable] + arguments).map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer {
            for pointer in words + variables { free(pointer) }
        }
        var pid: Int32 = 0
        let code = posix_spawn(&pid, "/bin/sh", &actions, &attributes, &words, &variables)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EINVAL) }
        return pid
    }
}
