import { spawn } from 'node:child_process';

export interface Ended {
    code: number;
    out: string;
    err: string;
}

/** Runs a program until it ends, without a shell. @throws when it can't be started */
export function runProgram(
    program: string,
    words: string[],
    options: { cwd: string; env?: NodeJS.ProcessEnv }
): Promise<Ended> {
    return new Promise((resolve, reject) => {
        const child = spawn(program, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
        const ended: Ended = { code: 1, out: '', err: '' };
        child.stdout.on('data', (part) => (ended.out += part));
        child.stderr.on('data', (part) => (ended.err += part));
        child.on('error', reject);
        child.on('close', (code) => resolve({ ...ended, code: code ?? 1 }));
    });
}
