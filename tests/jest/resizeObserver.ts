/** jsdom lays nothing out, so nothing is ever resized. */
globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
};
