import { analyzer } from './analyzer.ts';
import type { Check } from './check.ts';
import { convertedPackage } from './convertedPackage.ts';
import { emittedCode } from './emittedCode.ts';
import { links } from './metadata/links.ts';
import { metadata } from './metadata/metadata.ts';
import { namespace } from './namespace.ts';
import { platformCompiler } from './platformCompiler.ts';
import { references } from './references.ts';
import { salesforceCli } from './salesforceCli.ts';
import { size } from './size.ts';
import { slds } from './slds.ts';
import { styles } from './styles/styles.ts';
import { unitTests } from './unitTests.ts';

/** Quick checks, and those that fail most often, come first. */
export const CHECKS: readonly Check[] = [
    metadata,
    links,
    emittedCode,
    size,
    platformCompiler,
    references,
    namespace,
    styles,
    slds,
    convertedPackage,
    salesforceCli,
    unitTests,
    analyzer
];
