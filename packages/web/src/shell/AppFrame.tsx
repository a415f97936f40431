import { shellTexts } from '@insamling/texts';
import { Outlet, useLocation, useParams } from '@tanstack/react-router';
import { useAnswer } from '../questions.ts';
import { Toasts } from '../ui/Toasts.tsx';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { MeContext } from './me.ts';
import { BottomBar, SideMenu, useMenu } from './Menu.tsx';
import { PageFailed } from './PageFailed.tsx';
import { SessionDialog } from './SessionDialog.tsx';
import { SignInWarning } from './SignInWarning.tsx';
import { StepUpDialog } from './StepUpDialog.tsx';
import { ClosedBanner, OfflineStrip, TestStrip } from './Strips.tsx';

/** The frame round every signed-in page: skip link, strips, header, menu, the page, footer. */
export function AppFrame() {
  const { data: me, error } = useAnswer('whoAmI', {});
  const menu = useMenu();
  const { unit } = useParams({ strict: false });
  const path = useLocation({ select: (location) => location.pathname });
  if (error && !me) return <PageFailed />;
  if (!me) return <div className="frame" aria-busy="true" />;

  const isCollecting = path.startsWith('/granskning') && me.collectingRole !== null;
  const shownUnit = isCollecting ? null : (unit ?? me.units[0]?.unit ?? null);
  const isOwn = shownUnit !== null && me.units.some((one) => one.unit === shownUnit);
  return (
    <MeContext value={me}>
      <a className="skip-link" href="#innehall">
        {shellTexts.skip}
      </a>
      <header>
        <OfflineStrip />
        {(isCollecting || isOwn) && <TestStrip isCollecting={isCollecting} />}
        {isCollecting && <p className="strip strip-review">{shellTexts.reviewMode}</p>}
        <Header unit={isOwn ? shownUnit : null} isCollecting={isCollecting} menu={menu} />
      </header>
      <div className="frame">
        <SideMenu unit={isOwn ? shownUnit : null} isCollecting={isCollecting} menu={menu} />
        <main id="innehall" tabIndex={-1}>
          <SignInWarning />
          {isOwn && shownUnit === unit && <ClosedBanner unit={unit} />}
          <Outlet />
        </main>
      </div>
      <Footer />
      <BottomBar unit={isOwn ? shownUnit : null} isCollecting={isCollecting} menu={menu} />
      <Toasts close={shellTexts.close} />
      <SessionDialog />
      <StepUpDialog />
    </MeContext>
  );
}
