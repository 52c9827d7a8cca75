// `$Lightning`, as far as a Visualforce page uses it. Documented: Aura guide, "Use Components in Visualforce Pages".
// createComponent calls back with the component, a status (SUCCESS, INCOMPLETE, or ERROR), and a message.
const { app, platform, lightningOut } = document.currentScript.dataset;
const LATE = 16000;
let start = null;

window.$Lightning = {
    use(name, callback) {
        if (name !== 'c:switchboardOut') throw new Error(`No Lightning Out app is named ${name}.`);
        if (lightningOut === 'silent') return;
        const load = () =>
            import(platform)
                .then(() => import(app))
                .then((loaded) => {
                    start = loaded.start;
                    callback();
                });
        if (lightningOut === 'late') setTimeout(load, LATE);
        else load();
    },
    createComponent(name, attributes, placeId, callback) {
        const answer = (status, message) => callback?.(null, status, message);
        if (lightningOut === 'incomplete') return answer('INCOMPLETE');
        if (lightningOut === 'refused')
            return answer('ERROR', 'An internal server error has occurred. Error ID: 1836492');
        if (!start || name !== 'c:switchboard') return answer('ERROR', `The component ${name} isn't available.`);
        if (lightningOut === 'throws')
            reportError(new TypeError("Cannot read properties of undefined (reading 'port')"));
        else start(document.getElementById(placeId), attributes);
        return answer('SUCCESS');
    }
};
