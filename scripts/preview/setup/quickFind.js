// Narrows the tree to the pages whose title, or whose branch's title, has what was typed.
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
    none.textContent = found ? '' : `No page of this preview has "${find.value.trim()}" in its name.`;
});
