import type { Finding } from '../org/readiness/finding.ts';
import type { OpenPage } from '../org/openPage.ts';

const PAGE = 'SwitchboardSetup';

/** Setup's own hosts (assumed, from excerpts of Help, "My Domain URL Formats"). */
const SETUP_HOSTS = /(^|[\s.*/])(salesforce-setup\.com|lightning\.force\.com)\b/;

/** Whether the headers of the page let Setup show it in a frame. `frame-ancestors` overrules X-Frame-Options (CSP 3). */
export async function setupFrame(open: OpenPage): Promise<Finding> {
    const finding = {
        name: 'setup-frame',
        question: `Do the headers of the Visualforce page ${PAGE} let Setup show it?`,
        uses: 'the page in Setup, as well as the Lightning tab',
        fallback: 'the Lightning tab, which Salesforce supports'
    };
    const headers = await open(`/apex/${PAGE}`);
    if (headers === null) {
        const fix = 'deploy, then open Switchboard in Setup once';
        return { ...finding, result: "unknown, the page couldn't be opened", status: 'unknown', fix };
    }
    const ancestors = /(?:^|[;,])\s*frame-ancestors\s+([^;,]*)/i.exec(
        headers.get('content-security-policy') ?? ''
    )?.[1];
    const options = headers.get('x-frame-options');
    if (ancestors === undefined && options === undefined)
        return { ...finding, result: 'yes, they forbid no frame', status: 'ok', fix: null };
    const isAllowed = ancestors !== undefined && (ancestors.trim() === '*' || SETUP_HOSTS.test(ancestors));
    const said = ancestors === undefined ? `X-Frame-Options ${options}` : `frame-ancestors ${ancestors.trim()}`;
    return isAllowed
        ? { ...finding, result: `yes, ${said}`, status: 'ok', fix: null }
        : {
              ...finding,
              result: `no, ${said}`,
              status: 'fallback',
              uses: finding.fallback,
              fix: 'open Switchboard in the Lightning tab'
          };
}
