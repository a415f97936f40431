import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import type {
  AllMessagesSearch,
  CheckSearch,
  ChecksSearch,
  EventsSearch,
  MessagesSearch,
  PageSearch,
  UnitsSearch,
  UsersSearch,
} from './paths.ts';
import { AppFrame } from './shell/AppFrame.tsx';
import { CollectingOnly, ManagersOnly, OwnUnitOnly } from './shell/guards.tsx';
import { Home } from './shell/Home.tsx';
import { NotFound } from './shell/NotFound.tsx';
import { PageFailed } from './shell/PageFailed.tsx';
import { addressOf, choiceOf, day, placeInLog, textLike, textOf, wholeNumberOf, type RawSearch } from './search.ts';

/** Every page there is. Each opens in a capability folder and is fetched when first opened. */
const root = createRootRoute({ component: AppFrame, notFoundComponent: NotFound, errorComponent: PageFailed });
const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });

const own = createRoute({ getParentRoute: () => root, path: '/e/$unit', component: OwnUnitOnly });
const start = createRoute({
  getParentRoute: () => own,
  path: '/',
  component: lazyRouteComponent(() => import('./deliveries/StartPage.tsx'), 'StartPage'),
});
const delivery = createRoute({
  getParentRoute: () => own,
  path: '/inlamning',
  component: lazyRouteComponent(() => import('./deliveries/DeliveryPage.tsx'), 'DeliveryPage'),
});
const upload = createRoute({
  getParentRoute: () => own,
  path: '/inlamning/ladda-upp',
  component: lazyRouteComponent(() => import('./deliveries/UploadPage.tsx'), 'UploadPage'),
});
const checks = createRoute({
  getParentRoute: () => own,
  path: '/inlamning/granska',
  validateSearch: checksSearch,
  component: lazyRouteComponent(() => import('./deliveries/ChecksPage.tsx'), 'ChecksPage'),
});
const check = createRoute({
  getParentRoute: () => own,
  path: '/inlamning/granska/$rule',
  validateSearch: checkSearch,
  component: lazyRouteComponent(() => import('./deliveries/CheckPage.tsx'), 'CheckPage'),
});
const submit = createRoute({
  getParentRoute: () => own,
  path: '/inlamning/lamna-in',
  component: lazyRouteComponent(() => import('./deliveries/SubmitPage.tsx'), 'SubmitPage'),
});
const corrections = createRoute({
  getParentRoute: () => own,
  path: '/inlamning/rattelser',
  component: lazyRouteComponent(() => import('./deliveries/CorrectionsPage.tsx'), 'CorrectionsPage'),
});
const extensions = createRoute({
  getParentRoute: () => own,
  path: '/uppskov',
  component: lazyRouteComponent(() => import('./extensions/ExtensionsPage.tsx'), 'ExtensionsPage'),
});
const profile = createRoute({
  getParentRoute: () => own,
  path: '/profil',
  component: lazyRouteComponent(() => import('./units/ProfilePage.tsx'), 'ProfilePage'),
});
const messages = createRoute({
  getParentRoute: () => own,
  path: '/meddelanden',
  validateSearch: messagesSearch,
  component: lazyRouteComponent(() => import('./messages/MessagesPage.tsx'), 'MessagesPage'),
});
const thread = createRoute({
  getParentRoute: () => own,
  path: '/meddelanden/$thread',
  component: lazyRouteComponent(() => import('./messages/ThreadPage.tsx'), 'ThreadPage'),
});

const collecting = createRoute({ getParentRoute: () => root, path: '/granskning', component: CollectingOnly });
const overview = createRoute({
  getParentRoute: () => collecting,
  path: '/',
  component: lazyRouteComponent(() => import('./review/OverviewPage.tsx'), 'OverviewPage'),
});
const units = createRoute({
  getParentRoute: () => collecting,
  path: '/organisationer',
  validateSearch: unitsSearch,
  component: lazyRouteComponent(() => import('./review/UnitsPage.tsx'), 'UnitsPage'),
});
const unit = createRoute({
  getParentRoute: () => collecting,
  path: '/organisationer/$unit',
  component: lazyRouteComponent(() => import('./review/UnitFrame.tsx'), 'UnitFrame'),
});
const unitDelivery = createRoute({
  getParentRoute: () => unit,
  path: '/',
  component: lazyRouteComponent(() => import('./review/UnitDeliveryPage.tsx'), 'UnitDeliveryPage'),
});
const unitChecks = createRoute({
  getParentRoute: () => unit,
  path: '/granska',
  validateSearch: checksSearch,
  component: lazyRouteComponent(() => import('./review/UnitChecksPage.tsx'), 'UnitChecksPage'),
});
const unitCheck = createRoute({
  getParentRoute: () => unit,
  path: '/granska/$rule',
  validateSearch: checkSearch,
  component: lazyRouteComponent(() => import('./review/UnitCheckPage.tsx'), 'UnitCheckPage'),
});
const unitCorrections = createRoute({
  getParentRoute: () => unit,
  path: '/rattelser',
  component: lazyRouteComponent(() => import('./review/UnitCorrectionsPage.tsx'), 'UnitCorrectionsPage'),
});
const unitComments = createRoute({
  getParentRoute: () => unit,
  path: '/kommentarer',
  component: lazyRouteComponent(() => import('./review/UnitCommentsPage.tsx'), 'UnitCommentsPage'),
});
const unitRecords = createRoute({
  getParentRoute: () => unit,
  path: '/rader',
  validateSearch: pageSearch,
  component: lazyRouteComponent(() => import('./review/UnitRecordsPage.tsx'), 'UnitRecordsPage'),
});
const unitMessages = createRoute({
  getParentRoute: () => unit,
  path: '/meddelanden',
  validateSearch: messagesSearch,
  component: lazyRouteComponent(() => import('./review/UnitMessagesPage.tsx'), 'UnitMessagesPage'),
});
const unitThread = createRoute({
  getParentRoute: () => unit,
  path: '/meddelanden/$thread',
  component: lazyRouteComponent(() => import('./review/UnitThreadPage.tsx'), 'UnitThreadPage'),
});
const unitExtensions = createRoute({
  getParentRoute: () => unit,
  path: '/uppskov',
  component: lazyRouteComponent(() => import('./review/UnitExtensionsPage.tsx'), 'UnitExtensionsPage'),
});
const unitPeople = createRoute({
  getParentRoute: () => unit,
  path: '/kontakter',
  component: lazyRouteComponent(() => import('./review/UnitPeoplePage.tsx'), 'UnitPeoplePage'),
});
const allMessages = createRoute({
  getParentRoute: () => collecting,
  path: '/meddelanden',
  validateSearch: allMessagesSearch,
  component: lazyRouteComponent(() => import('./messages/AllMessagesPage.tsx'), 'AllMessagesPage'),
});
const waitingExtensions = createRoute({
  getParentRoute: () => collecting,
  path: '/uppskov',
  component: lazyRouteComponent(() => import('./extensions/WaitingExtensionsPage.tsx'), 'WaitingExtensionsPage'),
});
const usersFrame = createRoute({ getParentRoute: () => collecting, path: '/anvandare', component: ManagersOnly });
const users = createRoute({
  getParentRoute: () => usersFrame,
  path: '/',
  validateSearch: usersSearch,
  component: lazyRouteComponent(() => import('./users/UsersPage.tsx'), 'UsersPage'),
});
const roles = createRoute({
  getParentRoute: () => usersFrame,
  path: '/roller',
  component: lazyRouteComponent(() => import('./users/RolesPage.tsx'), 'RolesPage'),
});
const user = createRoute({
  getParentRoute: () => usersFrame,
  path: '/$accountId',
  component: lazyRouteComponent(() => import('./users/UserPage.tsx'), 'UserPage'),
});
const rounds = createRoute({
  getParentRoute: () => collecting,
  path: '/insamling',
  component: lazyRouteComponent(() => import('./periods/RoundsPage.tsx'), 'RoundsPage'),
});
const eventLog = createRoute({
  getParentRoute: () => collecting,
  path: '/handelselogg',
  validateSearch: eventsSearch,
  component: lazyRouteComponent(() => import('./audit/EventLogPage.tsx'), 'EventLogPage'),
});
const myProfile = createRoute({
  getParentRoute: () => collecting,
  path: '/profil',
  component: lazyRouteComponent(() => import('./accounts/MyProfilePage.tsx'), 'MyProfilePage'),
});

const routeTree = root.addChildren([
  home,
  own.addChildren([start, delivery, upload, checks, check, submit, corrections, extensions, profile, messages, thread]),
  collecting.addChildren([
    overview,
    units,
    unit.addChildren([
      unitDelivery,
      unitChecks,
      unitCheck,
      unitCorrections,
      unitComments,
      unitRecords,
      unitMessages,
      unitThread,
      unitExtensions,
      unitPeople,
    ]),
    allMessages,
    waitingExtensions,
    usersFrame.addChildren([users, roles, user]),
    rounds,
    eventLog,
    myProfile,
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  trailingSlash: 'preserve',
  // Plain text in the address: «sok=1480» stays as the user reads it.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: addressOf,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

function checksSearch(search: RawSearch): ChecksSearch {
  return {
    ...choiceOf(search, 'visa', ['alla', 'fel', 'varningar', 'kvar']),
    ...textOf(search, 'sok'),
    ...choiceOf(search, 'ordning', ['viktigast', 'paverkan', 'antal', 'fil']),
  };
}

function checkSearch(search: RawSearch): CheckSearch {
  return { ...choiceOf(search, 'visa', ['alla', 'kvar']), ...wholeNumberOf(search, 'sida') };
}

function pageSearch(search: RawSearch): PageSearch {
  return wholeNumberOf(search, 'sida');
}

function messagesSearch(search: RawSearch): MessagesSearch {
  return textOf(search, 'kontroll');
}

function allMessagesSearch(search: RawSearch): AllMessagesSearch {
  return choiceOf(search, 'visa', ['alla', 'obesvarade']);
}

function eventsSearch(search: RawSearch): EventsSearch {
  return {
    ...textLike(search, 'fran', day),
    ...textLike(search, 'till', day),
    ...textLike(search, 'person', /^[\w-]{1,60}$/),
    ...textLike(search, 'enhet', /^[0-9A-Za-z-]{1,20}$/),
    ...textLike(search, 'handelse', /^[a-z]+(\.[a-z-]+)+$/),
    ...choiceOf(search, 'resultat', ['done', 'refused', 'failed']),
    ...textLike(search, 'fore', placeInLog),
  };
}

function unitsSearch(search: RawSearch): UnitsSearch {
  return {
    ...textOf(search, 'status'),
    ...textOf(search, 'typ'),
    ...textOf(search, 'lan'),
    ...textOf(search, 'sok'),
    ...textOf(search, 'sort'),
  };
}

function usersSearch(search: RawSearch): UsersSearch {
  return { ...textOf(search, 'roll'), ...textOf(search, 'status'), ...textOf(search, 'enhet') };
}
