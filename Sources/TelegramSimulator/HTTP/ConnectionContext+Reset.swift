import Hummingbird
import NIOCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension ConnectionContext {
    /// Resets the connection: whatever the client still waits for, it gets a TCP RST.
    ///
    /// What is returned goes nowhere.
    func reset() async -> Response {
        // Closing a socket that lingers for no time at all discards what is unsent and sends RST instead of FIN.
        if let socket = self.channel as? any SocketOptionProvider {
            try? await socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
        }
        try? await self.channel.close()
        return Response(status: .internalServerError)
    }
}
