import type { CallCenterEvidence } from '../org/callCenterEvidence.ts';
import type { Finding } from '../org/readiness/finding.ts';

export function voice(centers: CallCenterEvidence[]): Finding {
    const alike = centers.filter(({ isVoiceLike }) => isVoiceLike);
    const hasAny = alike.length > 0;
    return {
        name: 'voice',
        question: 'Which call centers look like Voice?',
        result: hasAny ? alike.map(({ name, evidence }) => `${name} (${evidence.join(', ')})`).join('; ') : 'none',
        status: 'ok',
        uses: 'the saved type; without one, the type that its settings, messaging channels, or adapter tell',
        fallback: 'unknown type, which needs a review before a move',
        fix: hasAny ? 'set the type of each one in Switchboard; move users of Voice contact centers in Setup' : null
    };
}
