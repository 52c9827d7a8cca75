/**
 * How an org can differ from the embedded one where nobody has seen which it is. Everything that is left out is as in
 * the embedded org.
 */
export interface Variant {
    /** One line for whoever lists the variants. */
    says: string;
    /** Last API version served, such as 65. */
    newestVersion?: number;
    /** Objects that UI API and its GraphQL serve too. */
    alsoInUiApi?: readonly string[];
    /** Objects that this org does not have, or that nobody may read. */
    withoutObjects?: readonly string[];
    /** GraphQL has no mutations. */
    withoutMutations?: boolean;
    /** Fields that no update mutation takes, as `User.CallCenterId`. */
    notInUpdates?: readonly string[];
    /** What an update mutation answers has no Record. */
    withoutRecord?: boolean;
    /** Operations that one mutation takes at most. */
    mostOperations?: number;
    /** `empty`: the object is there, and no row in it. */
    registry?: 'empty';
    callCenters?: 'none';
    /** None of this repository's flows is deployed. */
    withoutFlows?: boolean;
    /** Flows are there, and their Get Records may not read call centers. */
    flowsCannotRead?: boolean;
}
