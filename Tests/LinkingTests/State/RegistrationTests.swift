import Linking
import Testing

struct RegistrationTests {
    private func requested(_ number: UInt64, in chat: Chat = Samples.privateChat) -> RegistrationRequested {
        RegistrationRequested(
            codeID: Samples.id(number), codeHash: Samples.hash(number), expiresAt: Samples.now.adding(seconds: 900),
            chat: chat)
    }

    private func registration(_ state: Registration.State = .open, after events: Event...) -> Registration {
        var registration = Samples.registration(state: state)
        for event in events { registration.apply(Samples.recorded(event)) }
        return registration
    }

    private let confirmed = Event.linkConfirmed(
        LinkConfirmed(
            linkID: Samples.id(11), proof: .registration(Samples.id(21)), userID: Samples.ann,
            chat: Samples.privateChat, context: nil))

    @Test func `a code is confirmed by the link made with it`() {
        #expect(self.registration(after: self.confirmed).state == .confirmed(Samples.id(11)))
    }

    @Test func `a newer code of the same chat replaces an open one`() {
        #expect(self.registration(after: .registrationRequested(self.requested(22))).state == .replaced)
        let confirmed = self.registration(after: self.confirmed, .registrationRequested(self.requested(22)))
        #expect(confirmed.state == .confirmed(Samples.id(11)))
    }

    @Test func `its own request and other chats' codes leave it open`() {
        #expect(self.registration(after: .registrationRequested(self.requested(21))).state == .open)
        #expect(self.registration(after: .registrationRequested(self.requested(22, in: Samples.group))).state == .open)
    }

    @Test func `a replaced code cannot be confirmed`() {
        #expect(self.registration(.replaced, after: self.confirmed).state == .replaced)
    }

    @Test(arguments: everyEventAboutOthers)
    func `what concerns another code changes nothing`(event: Event) {
        #expect(self.registration(after: event) == Samples.registration())
    }

    @Test func `a code begins open, as it was requested`() {
        #expect(Registration(self.requested(21)) == Samples.registration())
    }

    @Test func `checking an open code with the right hash passes`() throws {
        try Samples.registration().check(hash: Samples.hash(21), at: Samples.now)
    }

    @Test func `checking with a wrong hash finds nothing, whatever the code's state`() {
        for state in [Registration.State.open, .replaced, .confirmed(Samples.id(11))] {
            #expect(throws: Rejection.registrationNotFound) {
                try Samples.registration(state: state).check(hash: Samples.hash(22), at: Samples.now)
            }
        }
    }

    @Test func `a confirmed or replaced code is used, even past its time`() {
        for state in [Registration.State.replaced, .confirmed(Samples.id(11))] {
            #expect(throws: Rejection.codeUsed) {
                try Samples.registration(state: state)
                    .check(hash: Samples.hash(21), at: Samples.now.adding(seconds: 900))
            }
        }
    }

    @Test func `a code at its expiry instant is expired`() {
        #expect(throws: Rejection.codeExpired) {
            try Samples.registration().check(hash: Samples.hash(21), at: Samples.now.adding(seconds: 900))
        }
    }
}
