// Files of tests that share their modules may share their page too: each begins with an empty one.
if (typeof document !== 'undefined') {
  for (const element of [document.documentElement, document.body])
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
  document.head.replaceChildren();
  document.body.replaceChildren();
}
