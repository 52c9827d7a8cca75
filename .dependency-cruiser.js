/**
 * Which part may import which. `npm run lint` runs these rules over the whole repo, type imports included.
 * docs/architecture.md explains the wings and the layers.
 */
import { existsSync, readdirSync } from 'node:fs';

const LWC = 'force-app/main/default/lwc';
const ALL_CODE = '^(force-app|scripts|tests)/';
const TESTS = '/__tests__/|^tests/';

/** Rooms of `lwc` by kind. A room with markup is a part of the page; a room without is logic, unless named here. */
const PORT = ['orgPort'];
const GRAPHQL = ['graphqlOrg'];
const DOOR = ['org', 'orgRead', 'visualforceHost'];
const WORDS = ['labels', 'wording'];
const rooms = existsSync(LWC) ? readdirSync(LWC, { withFileTypes: true }).filter((entry) => entry.isDirectory()) : [];
const others = rooms.map(({ name }) => name).filter((name) => ![PORT, GRAPHQL, DOOR, WORDS].flat().includes(name));
const PARTS = others.filter((name) => readdirSync(`${LWC}/${name}`).some((file) => file.endsWith('.html')));
const LOGIC = others.filter((name) => !PARTS.includes(name));

const room = (names) => `^${LWC}/(${names.join('|')})/`;
const wing = (name) => `^scripts/${name}/`;

/** The code in `from`, except its tests, imports nothing in this repo but itself and what is allowed. */
const only = (name, comment, from, allowed) => ({
    name,
    comment,
    severity: 'error',
    from: { path: from, pathNot: TESTS },
    to: { path: ALL_CODE, pathNot: [from, ...allowed] }
});
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** What the wings under `scripts` may import of each other. A wing that is missing here may import nothing. */
const WINGS = {
    terminal: [],
    metadata: [],
    build: ['metadata'],
    install: ['build'],
    lint: [],
    org: ['metadata'],
    check: ['build', 'metadata'],
    'local-org': ['build', 'metadata'],
    doctor: ['build', 'deploy', 'metadata', 'org'],
    deploy: ['build', 'check', 'metadata', 'org'],
    package: ['build', 'check', 'metadata'],
    preview: ['build', 'local-org', 'metadata', 'org'],
    start: ['build', 'local-org', 'org', 'preview'],
    test: ['build']
};
const allWings = existsSync('scripts')
    ? readdirSync('scripts', { withFileTypes: true })
          .filter((entry) => entry.isDirectory() && entry.name !== '__tests__')
          .map(({ name }) => name)
    : [];
/** What every wing may import: options and errors for people, and the rooms that need no page. */
const SHARED = ['^scripts/terminal/', room([...PORT, ...GRAPHQL, ...LOGIC])];

/** The page itself, which the preview bundles and opens, in Setup and in a tab. */
const PAGE = `^${LWC}/(switchboard/switchboard|switchboardTab/switchboardTab)\\.ts$`;

/** The folders of the embedded org, lowest first. A folder imports its own layer and those before it. */
const LOCAL_ORG = [
    ['objects'],
    ['store'],
    ['access', 'query', 'seed', 'variants', 'writes'],
    ['records'],
    ['faults', 'soql'],
    ['context'],
    ['faultGate'],
    ['bulk', 'flows', 'graphql', 'metadata', 'rest', 'soap', 'uiapi'],
    ['http']
];

export default {
    forbidden: [
        never('no-circle', 'No file imports itself by way of others.', {}, { circular: true }),
        never(
            'no-tests-in-production',
            'Only tests import tests and what supports them.',
            { path: ALL_CODE, pathNot: TESTS },
            { path: TESTS }
        ),

        // What is deployed
        never(
            'deployed-code-stands-alone',
            'An org has nothing but force-app: no scripts, no tests, no packages but the LWC engine.',
            { path: '^force-app/', pathNot: TESTS },
            { path: '^(scripts|tests|node_modules)/', pathNot: '^node_modules/(lwc|@lwc)/' }
        ),
        never(
            'one-door-to-data',
            'Only org and its wire ask Lightning Data Service. Everything else is handed an Org.',
            { path: `^${LWC}/`, pathNot: [room(DOOR), TESTS] },
            { path: '^lightning/(graphql|ui\\w*Api)$' }
        ),
        never(
            'logic-knows-no-platform',
            'Logic runs in the page, in Node, and in tests alike: plain data in, plain data out.',
            { path: room([...PORT, ...GRAPHQL, ...LOGIC]), pathNot: TESTS },
            { path: '^(lightning/|@salesforce/|node_modules/(lwc|@lwc)/)' }
        ),
        never(
            'labels-in-one-room',
            'Custom labels are imported in c/labels only, so that every text has one name.',
            { path: `^${LWC}/`, pathNot: ['/labels/', TESTS] },
            { path: '^@salesforce/label/' }
        ),
        only('port-is-lowest', 'orgPort only says what rooms ask of an org.', room(PORT), []),
        only('logic-below-parts', 'Logic knows no page, no words, and no org.', room(LOGIC), [room(PORT)]),
        only('graphql-below-door', 'graphqlOrg carries the port over GraphQL.', room(GRAPHQL), [
            room([...PORT, ...LOGIC])
        ]),
        only('words-below-parts', 'wording makes sentences of what logic says.', room(WORDS), [
            room([...PORT, ...LOGIC])
        ]),
        only('door-over-graphql', 'org hands LDS to graphqlOrg.', room(DOOR), [room([...PORT, ...GRAPHQL])]),
        only('parts-above-all', 'Parts get an Org from the page and never make one.', room(PARTS), [
            room([...PORT, ...LOGIC, ...WORDS])
        ]),
        never(
            'rooms-by-name',
            'A room is imported as c/name, never by a file inside it.',
            { path: `^${LWC}/([^/]+)/` },
            { path: `^${LWC}/[^/]+/`, pathNot: [`^${LWC}/$1/`, `^${LWC}/([^/]+)/\\1\\.ts$`] }
        ),

        // What runs on a developer's computer
        ...allWings.map((name) =>
            only(`wing-${name}`, `scripts/${name} imports the wings that WINGS lists for it.`, wing(name), [
                ...SHARED,
                ...(WINGS[name] ?? []).map(wing),
                ...(name === 'preview' ? [PAGE] : [])
            ])
        ),
        never(
            'local-org-by-its-index',
            'The embedded org is started and typed through its index; everything inside may change.',
            { path: '^scripts/', pathNot: [wing('local-org'), TESTS] },
            { path: wing('local-org'), pathNot: '^scripts/local-org/index\\.ts$' }
        ),
        never(
            'preview-over-http',
            'The preview asks the embedded org over HTTP, as any client would. Only embedded.ts is handed one.',
            { path: wing('preview'), pathNot: ['^scripts/preview/embedded\\.ts$', TESTS] },
            { path: wing('local-org'), dependencyTypesNot: ['type-only'] }
        ),
        ...LOCAL_ORG.map((layer, depth) =>
            never(
                `local-org-layer-${depth + 1}`,
                `${layer.join(', ')}: imports no layer above.`,
                { path: `^scripts/local-org/(${layer.join('|')})/`, pathNot: TESTS },
                {
                    path: [
                        `^scripts/local-org/(${
                            LOCAL_ORG.slice(depth + 1)
                                .flat()
                                .join('|') || '-'
                        })/`,
                        '^scripts/local-org/(index|main|options)\\.ts$'
                    ]
                }
            )
        )
    ],
    options: {
        // Types count: a circle of types is as hard to read as one of values.
        tsPreCompilationDeps: true,
        // `c/name` is the workspace force-app/main/default/lwc, whose package.json says what it exports.
        enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
        doNotFollow: { path: '^node_modules/' },
        // Emitted beside its source for deploys.
        exclude: { path: [`^${LWC}/.*\\.js$`, '^\\.cache/'] }
    }
};
