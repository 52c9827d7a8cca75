// The banner of a production org: hands the typed name to the preview, and goes when it was the right one.
const banner = document.querySelector('.preview-production');
const form = banner.querySelector('form');
const said = banner.querySelector('[role="status"]');

form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const answer = await fetch('/preview/writes', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: form.elements.name.value })
    });
    said.textContent = answer.ok
        ? 'Changes are allowed until this preview is stopped.'
        : (await answer.json())[0].message;
    form.hidden = answer.ok;
});
