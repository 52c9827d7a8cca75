/**
 * How a real org might differ from the embedded org in a way that isn't documented or observed. Omitted properties are
 * the same as in the embedded org.
 */
export interface Variant {
    /** One line for the list of variants, and for the names of tests. */
    says: string;
    /** The latest API version that the org has, such as 65. */
    newestVersion?: number;
    /** More objects that UI API and GraphQL offer. */
    alsoInUiApi?: readonly string[];
    /** Objects that this org doesn't have, or that no user can read. */
    withoutObjects?: readonly string[];
    /** Fields that field-level security hides from every user, such as `User.CallCenterId`. */
    hiddenFields?: readonly string[];
    /** Fields that field-level security lets every user see, but not change. */
    readOnlyFields?: readonly string[];
    /** GraphQL has no mutations. */
    withoutMutations?: boolean;
    /** Fields that update mutations don't accept, such as `User.CallCenterId`. */
    notInUpdates?: readonly string[];
    /** The payload of update mutations has no Record. */
    withoutRecord?: boolean;
    /** Maximum operations in one mutation. */
    mostOperations?: number;
    /** With `empty`, the registry's object exists, but has no records. */
    registry?: 'empty';
    callCenters?: 'none';
    /** Types of components that the org refuses to deploy if they read call centers. */
    refusesToRead?: readonly ('ApexPage' | 'Flow')[];
    /** None of the flows of this repository are deployed. */
    withoutFlows?: boolean;
    /** Flows are deployed, but their Get Records elements can't read call centers. */
    flowsCannotRead?: boolean;
    /** Settings of the org with other values, by the name of their element, such as `enableCoepHeader`. */
    settings?: Readonly<Record<string, boolean>>;
    /** None of the Visualforce pages of this repository are deployed. */
    withoutPages?: boolean;
}
