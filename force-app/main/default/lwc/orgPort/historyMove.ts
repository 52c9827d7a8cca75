/** The result for one user, as it is recorded in the history. */
export interface HistoryMove {
    userId: string;
    userName: string | null;
    from: string | null;
    fromName: string | null;
    to: string | null;
    toName: string | null;
    outcome: string;
    /** The org's words for a refusal, or why the plan blocked the user. */
    reason: string | null;
}

export interface HistoryPage<Row> {
    rows: Row[];
    endCursor: string | null;
}
