import { shellTexts } from '@insamling/texts';
import { useMatch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useMe } from './me.ts';

interface PageTitleProps {
  readonly title: string;
  /** Where the heading alone does not tell pages apart in a list of windows. */
  readonly windowTitle?: string;
}

let isFirstPage = true;

/**
 * The page's one h1. Names the page in the window's title, and takes focus when the user has come here by a link, so that
 * a screen reader says where one is. On the very first page the browser's own order is left alone.
 */
export function PageTitle({ title, windowTitle = title }: PageTitleProps) {
  const { service } = useMe();
  // Of the page that stands here: while the next one is fetched the address is already its own.
  const path = useMatch({ strict: false, select: ({ pathname }) => pathname });
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = shellTexts.pageTitle(windowTitle, service.name);
  }, [windowTitle, service.name]);

  useEffect(() => {
    if (!isFirstPage) heading.current?.focus({ preventScroll: true });
    isFirstPage = false;
  }, [path]);

  return (
    <h1 ref={heading} tabIndex={-1}>
      {title}
    </h1>
  );
}
