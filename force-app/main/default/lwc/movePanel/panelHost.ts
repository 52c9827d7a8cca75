import { runAlone, wait } from 'c/browser';
import type { FlowHost } from 'c/moveFlow';
import type { PanelState } from 'c/panelState';

/** The panel as its flow needs it. */
interface Panel extends Pick<FlowHost, 'org' | 'journal' | 'keeper' | 'requests' | 'by'> {
    readonly viewpoint: FlowHost['aim'];
    become(state: PanelState): void;
    dispatchEvent(event: CustomEvent): boolean;
}

/** What the flow of a panel reads from it, always as it is now, and the events that it sends. */
export function hostOf(part: Panel): FlowHost {
    const tell = (name: string) => (detail?: unknown) => void part.dispatchEvent(new CustomEvent(name, { detail }));
    return {
        get org() {
            return part.org;
        },
        get journal() {
            return part.journal;
        },
        get keeper() {
            return part.keeper;
        },
        get requests() {
            return part.requests;
        },
        get by() {
            return part.by;
        },
        get aim() {
            return part.viewpoint;
        },
        clock: { now: Date.now, wait, random: Math.random },
        newRunId: () => crypto.randomUUID(),
        runAlone,
        changed: (state) => part.become(state),
        sent: tell('sent'),
        started: tell('start'),
        settled: tell('settled'),
        ended: tell('ended'),
        checked: tell('checked')
    };
}
