import { drawFlows, largest, type Bar, type Flow, type Ribbon } from 'c/chart';
import { counted, fill, LABELS } from 'c/labels';
import { movingRoutes, routesOf } from 'c/movePlan';
import type { Fate, Group, Known, Reviewed, Section } from './sections.ts';

/** Pixels. */
const SIZE = {
    /** From one side to the other. The picture is stretched to the width that it gets. */
    width: 300,
    /** A bar of all users of a large move. A move of few users has a lower picture, which grows by each user. */
    height: 200,
    few: 44,
    byUser: 8,
    smallest: 4,
    room: 24,
    /** Two lines of text. */
    twoLines: 40,
    gap: 8,
    /** A route that is stopped is never as high as the others: it's drawn, but not what the review is about. */
    stopped: 40
};
/** Routes with a bar of their own. More can't be told apart. */
const ROUTES_DRAWN = 5;
const STOPS_DRAWN = 4;
const OTHERS = 'others';

/** A bar with its text. */
export interface Side extends Bar {
    name: string;
    text: string;
    /** The name in two parts. Where it doesn't fit, only the first is cut: long names are told apart by their ends. */
    head: string;
    tail: string;
    barStyle: string;
    roomStyle: string;
    roomClass: string;
}

/** A route that ends where it begins: its users wait, or can't move. */
export interface Stop {
    key: string;
    name: string;
    text: string;
    barClass: string;
    barStyle: string;
}

/** One route as text, for the table that screen readers get. */
export interface RouteRow {
    key: string;
    from: string;
    to: string;
    users: number;
    result: string;
}

export interface Picture {
    viewBox: string;
    style: string;
    left: Side[];
    right: Side[];
    ribbons: Ribbon[];
    stops: Stop[];
    hasStops: boolean;
    rows: RouteRow[];
}

export function pictureOf(reviewed: Reviewed, sections: Section[], known: Known): Picture {
    const all = reviewed.asked.users.length;
    const most = Math.min(SIZE.height, SIZE.few + SIZE.byUser * all);
    const { flows, names } = flowsOf(reviewed, known);
    const moves = flows.reduce((sum, { size }) => sum + size, 0);
    const height = Math.max(SIZE.few, (most * moves) / Math.max(1, all));
    const { width, smallest, room, gap } = SIZE;
    const drawn = drawFlows(flows, { width, height, smallest, room, gap });
    const side = (bar: Bar, isTarget: boolean): Side => ({
        ...bar,
        ...namedSide(names.get(bar.key) ?? ''),
        text: isTarget ? joinText(bar, known) : counted(bar.size, LABELS.groupUsersOne, LABELS.groupUsers),
        barStyle: `top: ${bar.top}px; height: ${bar.height}px`,
        roomStyle: `top: ${bar.roomTop}px; height: ${bar.roomHeight}px`,
        roomClass: `label ${isTarget ? 'end' : 'start'} ${bar.roomHeight < SIZE.twoLines ? 'short' : ''}`
    });
    const stops = stopsOf(sections, all, most, known);
    return {
        viewBox: `0 0 ${width} ${Math.max(1, drawn.height)}`,
        style: `height: ${drawn.height}px`,
        left: drawn.left.map((bar) => side(bar, false)),
        right: drawn.right.map((bar) => side(bar, true)),
        ribbons: drawn.ribbons,
        stops,
        hasStops: stops.length > 0,
        rows: rowsOf(sections, known)
    };
}

/** Characters of a long name that are never cut. */
const TAIL = 12;

function namedSide(name: string): Pick<Side, 'name' | 'head' | 'tail'> {
    const characters = [...name];
    const end = characters.length > 2 * TAIL ? characters.length - TAIL : characters.length;
    return { name, head: characters.slice(0, end).join(''), tail: characters.slice(end).join('') };
}

/** The routes of users who move. Small ones are drawn as one. */
function flowsOf({ plan }: Reviewed, { nameOf }: Known): { flows: Flow[]; names: Map<string, string> } {
    const routes = movingRoutes(plan).map((route) => ({
        ...route,
        size: route.users.length
    }));
    const { named, others } = largest(routes, ROUTES_DRAWN);
    const names = new Map(
        named.flatMap(({ from, to }) => [from, to].map((id): [string, string] => [id ?? 'none', nameOf(id)]))
    );
    const flows = named.map(({ from, to, size }) => ({ from: from ?? 'none', to: to ?? 'none', size }));
    if (others === null) return { flows, names };
    names.set(OTHERS, fill(LABELS.otherCenters, others.count));
    const isOneTarget = routes.every(({ to }) => to === plan.target);
    return {
        flows: [...flows, { from: OTHERS, to: isOneTarget ? (plan.target ?? 'none') : OTHERS, size: others.size }],
        names
    };
}

/** Those who come and those who are there, if that is known. */
function joinText({ key, size }: Bar, { membersOf }: Known): string {
    const members = key === OTHERS || key === 'none' ? null : membersOf(key);
    return members ? fill(LABELS.flowJoin, size, members) : counted(size, LABELS.groupUsersOne, LABELS.groupUsers);
}

function stopsOf(sections: Section[], all: number, most: number, { nameOf }: Known): Stop[] {
    // Users who can't move for reasons of their own aren't stopped by a call center.
    const groups = sections.flatMap((one) => one.groups.filter(({ fate, url }) => fate === 'wait' || url !== null));
    const stops = groups.map((group) => ({ ...group, size: group.users.length }));
    const { named } = largest(stops, STOPS_DRAWN);
    const waiting = named.filter(({ fate }) => fate === 'wait');
    const ended = named.filter(({ fate }) => fate !== 'wait');
    return [...waiting, ...ended].map(({ key, fate, center, size }) => ({
        key,
        name: nameOf(center),
        text: stopText(fate, size),
        barClass: `stop ${fate}`,
        barStyle: `height: ${Math.min(SIZE.stopped, Math.max(SIZE.smallest, (most * size) / all))}px`
    }));
}

function stopText(fate: Fate, size: number): string {
    return fate === 'wait'
        ? counted(size, LABELS.sumWaitOne, LABELS.sumWait)
        : counted(size, LABELS.sumStayOne, LABELS.sumStay);
}

function rowsOf(sections: Section[], { nameOf }: Known): RouteRow[] {
    const row = (group: Group, result: string): RouteRow[] =>
        routesOf(group.users).map(({ key, from, to, users }) => ({
            key: `${group.key} ${key}`,
            from: nameOf(from),
            to: nameOf(to),
            users: users.length,
            result
        }));
    return sections.flatMap(({ heading, groups }) => groups.flatMap((group) => row(group, heading)));
}
