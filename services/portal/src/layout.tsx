import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { signInAddress, signOut, useSession } from './api/session.ts';
import { dropDraft } from './apply/stored-draft.ts';
import { Button } from './components/button.tsx';
import { useDistrict, useLanguage } from './components/names.ts';
import { toggleElderMode, useElderMode } from './elder-mode.ts';
import { changeLanguage } from './words/i18n.ts';
import { keepLanguage } from './words/kept-language.ts';

export function Layout() {
  const { t } = useTranslation();
  const district = useDistrict();
  return (
    <>
      <a className="skip" href="#main">
        {t('site.skip')}
      </a>
      <header>
        <div className="band">
          <Link className="site-name" to="/">
            {t('site.name', { district })} <span>{t('site.service')}</span>
          </Link>
          <div className="tools">
            <ElderSwitch />
            <LanguageSwitch />
            <SignInOut />
          </div>
        </div>
        <nav aria-label={t('site.menu')}>
          <NavLink to="/" end>
            {t('nav.home')}
          </NavLink>
          <NavLink to="/apply">{t('nav.apply')}</NavLink>
          <NavLink to="/cases">{t('nav.cases')}</NavLink>
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer>{t('site.footer')}</footer>
    </>
  );
}

function ElderSwitch() {
  const { t } = useTranslation();
  const isOn = useElderMode();
  return (
    <Button look="plain" onClick={toggleElderMode}>
      {isOn ? t('nav.elderOff') : t('nav.elderOn')}
    </Button>
  );
}

function LanguageSwitch() {
  const { t } = useTranslation();
  const other = useLanguage() === 'en' ? 'zh-CN' : 'en';
  const change = async (): Promise<void> => {
    await changeLanguage(other);
    keepLanguage(other);
  };
  return (
    <Button look="plain" lang={other} onClick={() => void change()}>
      {t('nav.language')}
    </Button>
  );
}

/** Whoever signs out leaves nothing behind in this browser. */
function SignInOut() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const queries = useQueryClient();
  const { pathname } = useLocation();
  if (session === undefined) return null;
  if (!session.signedIn)
    return (
      <a className="button plain" href={signInAddress(pathname)}>
        {t('nav.signIn')}
      </a>
    );
  const leave = async (): Promise<void> => {
    dropDraft(sessionStorage);
    queries.removeQueries({ queryKey: ['own'] });
    await signOut();
  };
  return (
    <Button look="plain" onClick={() => void leave()}>
      {t('nav.signOut')}
    </Button>
  );
}
