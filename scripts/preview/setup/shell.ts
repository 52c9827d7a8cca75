import { escapeHtml } from '../escapeHtml.ts';
import { nodeTitle, SWITCHBOARD_PAGE, TREE, type TreeNode } from './setupTree.ts';

/** What Setup shows next to the tree. */
export type SetupContent = { kind: 'switchboard'; search: string } | { kind: 'placeholder'; title: string };

export interface ShellContent {
    /** The selected node of the tree. */
    node: string;
    content: SetupContent;
    bar: string;
}

/** Imitates Setup in Lightning Experience, as far as it matters for a page in its frame. */
export function shellHtml({ node, content, bar }: ShellContent): string {
    const title = content.kind === 'switchboard' ? nodeTitle(node) : content.title;
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} | Setup</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/styles/slds.css">
<link rel="stylesheet" href="/styles/preview.css">
<link rel="stylesheet" href="/styles/setup.css">
<script type="module" src="/preview/quickFind.js"></script>
</head>
<body class="setup">
${bar}
<section class="setup-global" aria-label="Global header"><span class="setup-cloud" aria-hidden="true"></span><span class="setup-search">Search Setup</span><span class="setup-person" aria-hidden="true"></span></section>
<nav class="setup-tabs" aria-label="Setup"><b class="setup-app">Setup</b><a href="/lightning/setup/SetupOneHome/home" aria-current="page">Home</a><a href="/lightning/setup/ObjectManager/home">Object Manager</a></nav>
<div class="setup-body">
<nav class="setup-tree" aria-label="Setup tree">
<input type="search" class="setup-find" placeholder="Quick Find" aria-label="Quick Find">
<ul>${TREE.map((branch) => branchHtml(branch, node)).join('')}</ul>
<p class="setup-none" role="status"></p>
</nav>
<main class="setup-main">
<header class="setup-heading"><span class="setup-gear" aria-hidden="true"></span><div><p>SETUP</p><h1>${escapeHtml(title)}</h1></div></header>
${contentHtml(content)}
</main>
</div>
</body>
</html>
`;
}

function contentHtml(content: SetupContent): string {
    switch (content.kind) {
        case 'switchboard':
            return `<iframe class="setup-frame" title="Switchboard" src="/setup/frame?${escapeHtml(content.search)}"></iframe>`;
        case 'placeholder':
            return `<section class="setup-placeholder"><h2>${escapeHtml(content.title)}</h2>
<p>Salesforce shows its own page here. The preview doesn't have it.</p>
<p><a href="${escapeHtml(SWITCHBOARD_PAGE)}">Back to Switchboard</a></p></section>`;
    }
}

function branchHtml({ title, name, nodes }: TreeNode, chosen: string): string {
    if (name === null)
        return `<li class="setup-branch"><span>${escapeHtml(title)}</span><ul>${nodes.map((node) => branchHtml(node, chosen)).join('')}</ul></li>`;
    const current = name === chosen ? ' aria-current="page"' : '';
    return `<li><a href="/lightning/setup/${name}/home"${current}>${escapeHtml(title)}</a></li>`;
}
