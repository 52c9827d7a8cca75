import { UserError } from '../terminal/userError.ts';

/** Turns listen and seed errors into a UserError. Rethrows anything else, because it's a bug. */
export function listenError(option: string, port: number): (error: Error) => never {
    return (error) => {
        const { code } = (error.cause ?? error) as NodeJS.ErrnoException;
        const nextStep = `Choose another: npm start -- ${option} N`;
        if (code === 'EADDRINUSE') throw new UserError(`Port ${port} is already in use.`, nextStep, { cause: error });
        if (code === 'EACCES')
            throw new UserError(`You don't have permission to open port ${port}.`, nextStep, { cause: error });
        if (error.constructor === Error) throw new UserError(error.message, undefined, { cause: error });
        throw error;
    };
}
