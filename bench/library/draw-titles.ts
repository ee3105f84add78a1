/** The same rows for the product, its floor and its rivals. */
export function drawTitles(articles: readonly { readonly id: string; readonly title: string }[]): void {
  const list = document.createElement('ul');
  for (const { id, title } of articles) {
    const item = document.createElement('li');
    item.dataset['article'] = id;
    item.textContent = title;
    list.append(item);
  }
  document.body.append(list);
}
