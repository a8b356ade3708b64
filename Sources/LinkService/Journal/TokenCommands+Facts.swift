package import Linking

extension IssueToken: JournalCommand {
    package func facts(in state: StagedState, at now: Timestamp) throws(ProjectionError) -> Facts {
        Facts(liveToken: try state.liveToken(of: self.userID, self.chat))
    }
}

extension RevokeToken: JournalCommand {
    package func facts(in state: StagedState, at now: Timestamp) throws(ProjectionError) -> Facts {
        Facts(token: try state.token(self.tokenID))
    }
}

extension InitializeLog: JournalCommand {
    package func facts(in state: StagedState, at now: Timestamp) throws(ProjectionError) -> Facts {
        Facts(exists: state.isBegun)
    }
}
