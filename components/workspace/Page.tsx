// One page of the workspace: its heading, which takes the focus after a navigation, and what stands beside and under it.
import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';

/** True once the user has moved from one page to another: on the first one the focus stays where the browser puts it. */
export const Arrived = createContext(false);

export function Page({ title, beside, children }: { title: ComponentChildren; beside?: ComponentChildren; children: ComponentChildren }) {
  const arrived = useContext(Arrived);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrived) heading.current?.focus();
    // Only when the page appears; `arrived` turning true afterwards is the next page's business.
  }, []);
  return (
    <>
      <header class="ws-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {beside}
      </header>
      {children}
    </>
  );
}

/** A titled part of a page. */
export function Part({ title, about, children }: { title: string; about?: string; children?: ComponentChildren }) {
  return (
    <section class="ws-part">
      <h2>{title}</h2>
      {about && <p class="ws-about">{about}</p>}
      {children}
    </section>
  );
}
