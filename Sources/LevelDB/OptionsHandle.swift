import CLevelDB

/// LevelDB's form of ``Options``, with the cache and the filter, which must outlive the database opened with them.
///
/// Safe to send: the objects are LevelDB's to use once the database is open, and LevelDB guards them.
struct OptionsHandle: ~Copyable, @unchecked Sendable {
    let pointer: OpaquePointer
    private let cache: OpaquePointer
    private let filter: OpaquePointer?

    init(_ options: Options) {
        self.pointer = leveldb_options_create()
        self.cache = leveldb_cache_create_lru(options.cacheBytes)
        self.filter = options.bloomBits.map { leveldb_filterpolicy_create_bloom(Int32(clamping: $0)) }
        leveldb_options_set_create_if_missing(self.pointer, options.createIfMissing ? 1 : 0)
        leveldb_options_set_error_if_exists(self.pointer, options.errorIfExists ? 1 : 0)
        leveldb_options_set_paranoid_checks(self.pointer, options.paranoidChecks ? 1 : 0)
        leveldb_options_set_write_buffer_size(self.pointer, options.writeBufferBytes)
        leveldb_options_set_max_file_size(self.pointer, options.maxFileBytes)
        leveldb_options_set_block_size(self.pointer, options.blockBytes)
        leveldb_options_set_cache(self.pointer, self.cache)
        leveldb_options_set_compression(self.pointer, Self.code(options.compression))
        if let filter = self.filter { leveldb_options_set_filter_policy(self.pointer, filter) }
    }

    deinit {
        leveldb_options_destroy(self.pointer)
        leveldb_cache_destroy(self.cache)
        if let filter = self.filter { leveldb_filterpolicy_destroy(filter) }
    }

    private static func code(_ compression: Options.Compression) -> Int32 {
        switch compression {
        case .none: Int32(leveldb_no_compression)
        case .snappy: Int32(leveldb_snappy_compression)
        }
    }
}
