// The banner of a production org. Sends the typed name to the preview, and hides the form when the name is right.
const banner = document.querySelector('.preview-production');
const form = banner.querySelector('form');
const status = banner.querySelector('[role="status"]');

form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const response = await fetch('/preview/writes', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: form.elements.name.value })
    });
    status.textContent = response.ok
        ? 'You can change this org until you stop the preview.'
        : (await response.json())[0].message;
    form.hidden = response.ok;
});
