import { quoted, type Finding } from '../org/readiness/finding.ts';
import type { ReadMetadata } from '../org/readMetadata.ts';

const TAB = 'the Lightning tab, which Salesforce supports';

/**
 * Whether settings of the org keep Switchboard from running inside Setup. Lightning Out isn't supported there, and a page
 * with the COEP header hangs when Lightning comes from the CDN (observed: Salesforce Labs' OrgCheck). Nothing advises to turn
 * a protection off.
 */
export async function setupSettings(read: ReadMetadata): Promise<Finding> {
    const [security, lightning] = await Promise.all([
        read('SecuritySettings', 'Security'),
        read('LightningExperienceSettings', 'LightningExperience')
    ]);
    const finding = {
        name: 'setup-settings',
        question: "Do the org's settings let the page run inside Setup?",
        uses: 'the page in Setup, as well as the Lightning tab',
        fallback: TAB
    };
    if (!security.ok) return { ...finding, ...unread(security.message) };
    if (!lightning.ok) return { ...finding, ...unread(lightning.message) };
    const value = (name: string) => security.body.get(name) ?? lightning.body.get(name);
    const isOn = (name: string) => value(name) === 'true';
    const parts = [
        `Lightning Web Security ${shown(value('lockerServiceNext'))}`,
        `COEP header ${shown(value('enableCoepHeader'))}`,
        `Lightning CDN ${shown(value('enableAuraCDNPref'))}`,
        `clickjack protection of Visualforce pages without headers ${shown(value('enableClickjackNonsetupUserHeaderless'))}`
    ];
    const settings = parts.join(', ');
    if (isOn('enableCoepHeader') && isOn('enableAuraCDNPref')) {
        const result = `no, the COEP header and the Lightning CDN together keep the page from loading; ${settings}`;
        return { ...finding, result, status: 'fallback', uses: TAB, fix: 'open Switchboard in the Lightning tab' };
    }
    if (isOn('enableClickjackNonsetupUserHeaderless')) {
        const result = `unknown, clickjack protection can keep the page out of the frame; ${settings}`;
        return {
            ...finding,
            result,
            status: 'unknown',
            fix: 'open Switchboard in Setup once, to see whether it appears'
        };
    }
    return { ...finding, result: `nothing is in the way; ${settings}`, status: 'ok', fix: null };
}

function shown(value: string | undefined): string {
    switch (value) {
        case 'true':
            return 'on';
        case 'false':
            return 'off';
        default:
            return 'unknown';
    }
}

function unread(message: string): Pick<Finding, 'result' | 'status' | 'fix'> {
    return {
        result: `unknown, Salesforce says ${quoted(message)}`,
        status: 'unknown',
        fix: 'run the doctor as a user who may customize the application'
    };
}
