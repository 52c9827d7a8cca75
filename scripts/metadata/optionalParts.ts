/** A part of Switchboard that an org may refuse. Each is a folder that can be deployed alone. */
export interface OptionalPart {
    /** For sentences: `the Visualforce page SwitchboardCenters`. */
    name: string;
    /** Relative to the project. */
    folder: string;
    /** Grants the part to its users. */
    permissionSet: string;
    /** What Switchboard gets from it. */
    gives: string;
    /** What Switchboard does in an org that refuses it: a sentence. */
    without: string;
}

/** In the order in which the page asks them. The deployment, the doctor, and the packages share this list. */
export const OPTIONAL_PARTS: readonly OptionalPart[] = [
    {
        name: 'the Visualforce page SwitchboardCenters',
        folder: 'optional/visualforce',
        permissionSet: 'Switchboard_Centers_Page',
        gives: 'names and types of all call centers, read live',
        without: 'Switchboard asks the flow List_Call_Centers instead.'
    },
    {
        name: 'the flow List_Call_Centers',
        folder: 'optional/flow',
        permissionSet: 'Switchboard_Centers_Flow',
        gives: 'names and types of all call centers, where the Visualforce page has none',
        without: 'Switchboard uses the saved names where the Visualforce page has none.'
    }
];
