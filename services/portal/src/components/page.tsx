import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { focusOn } from './error-summary.tsx';
import { useDistrict } from './names.ts';

interface PageProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A page with its heading. After a step from page to page the heading has the focus, so that a screen reader says where one is. */
export function Page({ title, children }: PageProps) {
  const { t } = useTranslation();
  const district = useDistrict();
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, hash } = useLocation();
  useEffect(() => {
    if (hash !== '') focusOn(hash.slice(1));
    else if (key !== 'default') heading.current?.focus();
  }, [key, hash]);
  return (
    <>
      <title>{`${title} – ${t('site.name', { district })}`}</title>
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </>
  );
}
