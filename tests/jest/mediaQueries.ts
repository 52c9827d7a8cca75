/** jsdom has no media queries. Here, a window is as wide as `innerWidth` says, and its width never changes. */
window.matchMedia = (media: string): MediaQueryList => {
    const widest = /^\(max-width: (\d+)px\)$/.exec(media)?.[1];
    if (widest === undefined) throw new Error(`Tests don't know the media query ${media}.`);
    return Object.assign(new EventTarget(), {
        media,
        matches: window.innerWidth <= Number(widest),
        onchange: null,
        addListener() {},
        removeListener() {}
    });
};
