import { child, childrenOf, childText, isTrue, type Element } from '../../metadata/xml.ts';
import type { ShapeFinding } from './checkShape.ts';

/** Targets that a component can have. Documented: LWC guide, "XML configuration file elements". */
const TARGETS = new Set(
    `analytics__Dashboard lightning__AgentforceInput lightning__AgentforceOutput lightning__AppPage
     lightning__FlowAction lightning__FlowScreen lightning__HomePage lightning__Inbox lightning__PropertyEditor
     lightning__RecordAction lightning__RecordPage lightning__Tab lightning__UrlAddressable lightning__UtilityBar
     lightning__VoiceExtension lightningCommunity__Default lightningCommunity__Page lightningSnapin__ChatMessage`.split(
        /\s+/
    )
);

/** Compares a `js-meta.xml` with the files of its bundle. */
export function bundleFindings(root: Element, name: string, files: readonly string[]): ShapeFinding[] {
    const exposed = isTrue(root, 'isExposed');
    const targets = child(root, 'targets');
    const named = targets ? childrenOf(targets, 'target') : [];
    const hasMarkup = files.includes(`${name}.html`);
    const problems: (string | false)[] = [
        exposed && named.length === 0 && 'It is exposed, but to no target.',
        exposed && !hasMarkup && 'It is exposed, but has no template.',
        exposed && !childText(root, 'masterLabel') && 'It is exposed, but has no label.',
        !exposed && named.length > 0 && 'It has targets, but is not exposed.',
        new Set(named.map(({ text }) => text)).size < named.length && 'A target is listed twice.'
    ];
    return [
        ...problems.filter((problem) => problem !== false).map((sentence) => ({ line: root.line, sentence })),
        ...named
            .filter(({ text }) => !TARGETS.has(text))
            .map(({ line, text }) => ({ line, sentence: `There is no target ${text}.` }))
    ];
}
