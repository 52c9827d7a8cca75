/** So many units go from one thing to another. `from` and `to` are keys; the same key can be on both sides. */
export interface Flow {
    from: string;
    to: string;
    /** More than 0. */
    size: number;
}

/** The room for a picture. All numbers are pixels. */
export interface FlowSpace {
    /** How far the bars are apart. */
    width: number;
    /** The height that all units together have. Small bars and the room for text can make the picture higher. */
    height: number;
    /** Height of a bar, at least, so that it can be seen. */
    smallest: number;
    /** Room for the text beside a bar, at least. */
    room: number;
    gap: number;
}

/** One side of a flow. The room beside the bar has its text; rooms never overlap. */
export interface Bar {
    key: string;
    size: number;
    top: number;
    height: number;
    roomTop: number;
    roomHeight: number;
}

/** An SVG path from `x` 0 to the width of the space. */
export interface Ribbon {
    key: string;
    from: string;
    to: string;
    path: string;
}

export interface FlowPicture {
    height: number;
    left: Bar[];
    right: Bar[];
    ribbons: Ribbon[];
}

/** Bars on both sides, in the order in which the flows name them, and a ribbon for each flow. */
export function drawFlows(flows: readonly Flow[], space: FlowSpace): FlowPicture {
    const left = stacked(sizes(flows, 'from'), space);
    const right = stacked(sizes(flows, 'to'), space);
    const height = Math.max(left.height, right.height);
    const bars = { left: centered(left, height), right: centered(right, height) };
    return { height, ...bars, ribbons: ribbonsOf(flows, bars, space.width) };
}

function sizes(flows: readonly Flow[], side: 'from' | 'to'): Map<string, number> {
    const found = new Map<string, number>();
    for (const flow of flows) found.set(flow[side], (found.get(flow[side]) ?? 0) + flow.size);
    return found;
}

interface Stack {
    bars: Bar[];
    height: number;
}

function stacked(found: Map<string, number>, { height, smallest, room, gap }: FlowSpace): Stack {
    const total = [...found.values()].reduce((sum, size) => sum + size, 0);
    let roomTop = 0;
    const bars = [...found].map(([key, size]): Bar => {
        const barHeight = Math.max(smallest, (height * size) / total);
        const roomHeight = Math.max(room, barHeight);
        const bar = { key, size, height: barHeight, roomTop, roomHeight, top: roomTop + (roomHeight - barHeight) / 2 };
        roomTop += roomHeight + gap;
        return bar;
    });
    return { bars, height: Math.max(0, roomTop - gap) };
}

/** The shorter side stands in the middle of the other one. */
function centered({ bars, height }: Stack, whole: number): Bar[] {
    const down = (whole - height) / 2;
    return bars.map((bar) => ({ ...bar, top: bar.top + down, roomTop: bar.roomTop + down }));
}

/** At each bar, ribbons are in the order of the bars on the other side, so that they don't cross there. */
function ribbonsOf(flows: readonly Flow[], { left, right }: { left: Bar[]; right: Bar[] }, width: number): Ribbon[] {
    const starts = ends(flows, left, right, 'from', 'to');
    const stops = ends(flows, right, left, 'to', 'from');
    return flows.map((flow, index) => ({
        key: `${flow.from}>${flow.to}`,
        from: flow.from,
        to: flow.to,
        path: ribbon(starts[index], stops[index], width)
    }));
}

interface End {
    top: number;
    height: number;
}

/** Where the ribbon of each flow touches its bar on one side. */
function ends(flows: readonly Flow[], bars: Bar[], others: Bar[], side: 'from' | 'to', across: 'from' | 'to'): End[] {
    const bar = new Map(bars.map((one) => [one.key, one]));
    const order = new Map(others.map((one, place) => [one.key, place]));
    const used = new Map<string, number>();
    const found: End[] = [];
    const sorted = flows
        .map((flow, index) => ({ flow, index }))
        .sort((one, other) => order.get(one.flow[across])! - order.get(other.flow[across])!);
    for (const { flow, index } of sorted) {
        const { top, height, size } = bar.get(flow[side])!;
        const before = used.get(flow[side]) ?? 0;
        found[index] = { top: top + (height * before) / size, height: (height * flow.size) / size };
        used.set(flow[side], before + flow.size);
    }
    return found;
}

function ribbon(start: End, stop: End, width: number): string {
    const middle = round(width / 2);
    const [x, y, bottom] = [round(width), round(stop.top), round(stop.top + stop.height)];
    const [top, low] = [round(start.top), round(start.top + start.height)];
    return `M0 ${top}C${middle} ${top} ${middle} ${y} ${x} ${y}V${bottom}C${middle} ${bottom} ${middle} ${low} 0 ${low}Z`;
}

/** Tenths of a pixel are more than a screen shows. */
function round(pixels: number): number {
    return Math.round(pixels * 10) / 10;
}
