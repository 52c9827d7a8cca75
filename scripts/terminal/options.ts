import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UserError } from './userError.ts';

type OptionTypes = NonNullable<ParseArgsConfig['options']>;

const HELP = { type: 'boolean' } as const;

/** The values that `parseArgs` returns for these options. */
export type OptionValues<Options extends OptionTypes> = ReturnType<
    typeof parseArgs<{ args: string[]; options: Options }>
>['values'];

/**
 * Reads the options of a command. Every command also has `--help`.
 * @param command how the command is typed, such as `npm start`
 * @returns `help` when the person asked for it
 * @throws UserError for an unknown option, an unexpected argument, or a missing value
 */
export function parseOptions<const Options extends OptionTypes>(
    command: string,
    options: Options,
    args: string[]
): OptionValues<Options> | 'help' {
    const { values } = parse(command, { args, options: { ...options, help: HELP } });
    return values.help ? 'help' : (values as OptionValues<Options>);
}

/**
 * Reads the names of the items that a command should run. It runs all of them when there are no names.
 * @param what what an item is, such as `suite`
 * @returns `help` when the person asked for it
 * @throws UserError for an unknown name
 */
export function chooseByName<Item extends { name: string }>(
    command: string,
    what: string,
    items: readonly Item[],
    args: string[]
): Item[] | 'help' {
    const { values, positionals } = parse(command, { args, options: { help: HELP }, allowPositionals: true });
    if (values.help) return 'help';
    const unknown = positionals.find((name) => !items.some((item) => item.name === name));
    if (unknown !== undefined) throw new UserError(`Unknown ${what} "${unknown}".`, `Choose from: ${namesOf(items)}.`);
    return items.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
}

/** The usage text of a command that runs items by name. */
export function usageByName(command: string, what: string, items: readonly { name: string }[]): string {
    return `${command} -- [${what.toUpperCase()} ...]

Without names, every ${what} runs. Choose from: ${namesOf(items)}.`;
}

/** @throws UserError when the text isn't a whole number from `least` to `most` */
export function wholeNumber(
    option: string,
    text: string | undefined,
    { least, most }: { least: number; most: number }
): number | undefined {
    if (text === undefined) return undefined;
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < least || number > most)
        throw new UserError(`${option} must be a whole number from ${least} to ${most}. You entered "${text}".`);
    return number;
}

/** Ports to listen on. 0 means any free port. */
export const PORTS = { least: 0, most: 65_535 };

/** Numbers of users that `--users` accepts. */
export const USER_COUNTS = { least: 1, most: 1_000_000 };

function parse<Config extends ParseArgsConfig>(command: string, config: Config) {
    try {
        return parseArgs(config) as { values: { help?: boolean }; positionals: string[] };
    } catch (error) {
        // Only the first sentence. Node's advice about "--" fits none of these commands.
        const [problem] = (error as Error).message.split(/\.\s|\.$|\n/);
        throw new UserError(`${problem}.`, `Run ${command} -- --help to see all options.`);
    }
}

function namesOf(items: readonly { name: string }[]): string {
    return items.map(({ name }) => name).join(', ');
}
