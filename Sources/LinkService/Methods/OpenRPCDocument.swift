/// The description of the interface that `rpc.discover` serves.
enum OpenRPCDocument {
    static let bytes: [UInt8] = Array(
        #"{"openrpc":"1.3.2","info":{"title":"linksvc","version":"0.1.0"},"methods":[]}"#.utf8)
}
