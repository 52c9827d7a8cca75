/** The Visualforce page that shows Switchboard in the frame of Setup. */
export const PAGE_IN_SETUP = '/apex/SwitchboardSetup';

/** The address of Switchboard in Setup. Undocumented, but packages use it. */
export const SWITCHBOARD_PAGE = `/lightning/setup/CallCenters/page?address=${encodeURIComponent(PAGE_IN_SETUP)}`;

export interface TreeNode {
    title: string;
    /** The name in `/lightning/setup/{name}/home`; null for a folder. */
    name: string | null;
    nodes: TreeNode[];
}

const folder = (title: string, ...nodes: TreeNode[]): TreeNode => ({ title, name: null, nodes });
const page = (title: string, name: string): TreeNode => ({ title, name, nodes: [] });

/** A part of the Setup tree, with the names and the order that Salesforce uses. */
export const TREE: readonly TreeNode[] = [
    page('Setup Home', 'SetupOneHome'),
    folder(
        'Administration',
        folder(
            'Users',
            page('Permission Set Groups', 'PermSetGroups'),
            page('Permission Sets', 'PermSets'),
            page('Profiles', 'EnhancedProfiles'),
            page('Roles', 'Roles'),
            page('Users', 'ManageUsers')
        )
    ),
    folder(
        'Platform Tools',
        folder(
            'Feature Settings',
            folder(
                'Service',
                folder(
                    'Call Center',
                    page('Call Centers', 'CallCenters'),
                    page('Directory Numbers', 'CallCenterDirectoryNumbers'),
                    page('Softphone Layouts', 'CallCenterSoftphoneLayouts')
                ),
                page('Contact Centers', 'ServiceCloudVoice')
            )
        ),
        folder('User Interface', page('App Manager', 'NavigationMenus'), page('Tabs', 'CustomTabs'))
    )
];

export function nodeTitle(name: string): string {
    const search = (nodes: readonly TreeNode[]): string | undefined => {
        for (const node of nodes) {
            const found = node.name === name ? node.title : search(node.nodes);
            if (found !== undefined) return found;
        }
        return undefined;
    };
    return search(TREE) ?? 'Setup';
}
