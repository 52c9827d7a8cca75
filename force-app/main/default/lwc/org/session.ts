/** The browser's session storage, or nothing where it is full or blocked. It only saves requests. */
export const session = {
    get: (key: string): string | null => trying((storage) => storage.getItem(key)),
    set: (key: string, value: string): void => void trying((storage) => storage.setItem(key, value))
};

function trying<Result>(work: (storage: Storage) => Result): Result | null {
    try {
        return work(window.sessionStorage);
    } catch {
        // Browsers throw when storage is blocked or full. Switchboard then asks the org again next time.
        return null;
    }
}
