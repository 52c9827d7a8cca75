/** The browser's session storage, or nothing where it is full or forbidden: what it keeps only saves requests. */
export const session = {
    get: (key: string): string | null => trying((storage) => storage.getItem(key)),
    set: (key: string, value: string): void => void trying((storage) => storage.setItem(key, value))
};

function trying<Result>(work: (storage: Storage) => Result): Result | null {
    try {
        return work(window.sessionStorage);
    } catch {
        // Browsers throw when storage is forbidden or full; then the question is asked again the next time.
        return null;
    }
}
