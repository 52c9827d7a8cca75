// Filters the tree by the typed text: pages with a matching title, or in a folder with a matching title.
const find = document.querySelector('.setup-find');
const none = document.querySelector('.setup-none');

find.addEventListener('input', () => {
    const words = find.value.trim().toLowerCase();
    const show = (item, above) => {
        const [head, list] = item.children;
        const named = above || head.textContent.toLowerCase().includes(words);
        const shown = list ? [...list.children].filter((child) => show(child, named)).length > 0 : named;
        item.hidden = !shown;
        return shown;
    };
    const found = [...find.nextElementSibling.children].filter((item) => show(item, false)).length;
    none.textContent = found ? '' : `No pages match "${find.value.trim()}".`;
});
