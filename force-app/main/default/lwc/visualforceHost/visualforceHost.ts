/**
 * Where the org's Visualforce pages are, told by the address of this page. Hosts are documented in Salesforce Help,
 * "My Domain URL Formats" (enhanced domains) and "Partitioned Domains".
 */

/** The page that reads call centers, and the origin that it answers from. */
export interface CentersPage {
    src: string;
    origin: string;
}

/** `acme`, or `acme--uat` in a sandbox, and a partition such as `.sandbox` or `.develop`. */
const LIGHTNING_HOST = /^([a-z0-9-]+)((?:\.[a-z]+)?)\.lightning\.force\.com$/;

/** The same, followed by the namespace of the page. */
const VISUALFORCE_HOST = /^([a-z0-9-]+)--([a-z0-9_]+)((?:\.[a-z]+)?)\.vf\.force\.com$/;

/** The namespace of pages in an org without one of its own. */
const NO_NAMESPACE = 'c';

/**
 * In the Setup frame, this page is on the Visualforce origin itself. Lightning Web Security puts a frame of the page's own
 * origin into a sandbox, where it has no session (observed: @locker/distortion 0.28, `HTMLIFrameElement.src`). So the frame
 * opens the org's own address, which redirects to Visualforce (documented: Help, "Create Visualforce Pages").
 *
 * `prefix` is `swb__` in a package with that namespace, and empty without one. The page's name and origin have it, too.
 *
 * @returns null where the address isn't one of a Salesforce org
 */
export function centersPage({ host }: { host: string }, prefix: string): CentersPage | null {
    const path = `/apex/${prefix}SwitchboardCenters`;
    const lightning = LIGHTNING_HOST.exec(host);
    if (lightning) {
        const [, org, partition] = lightning;
        const namespace = prefix.replace(/__$/, '').toLowerCase() || NO_NAMESPACE;
        const origin = `https://${org}--${namespace}${partition}.vf.force.com`;
        return { src: origin + path, origin };
    }
    const visualforce = VISUALFORCE_HOST.exec(host);
    if (!visualforce) return null;
    const [, org, , partition] = visualforce;
    return { src: `https://${org}${partition}.my.salesforce.com${path}`, origin: `https://${host}` };
}
