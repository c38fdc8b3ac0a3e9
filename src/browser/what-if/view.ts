/**
 * Keeps which elements are in view: nobody sees the others, and whoever moves a slider
 * would wait for them.
 *
 * @param come Called when that has changed.
 */
export function watchView(elements: Iterable<Element>, come: () => void): ReadonlySet<Element> {
  const inView = new Set<Element>();
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries)
      if (isIntersecting) inView.add(target);
      else inView.delete(target);
    come();
  });
  for (const one of elements) observer.observe(one);
  return inView;
}
