import type { Services } from '../../context.ts';
import type { Page } from '../../platform/http/index.ts';
import { comeBackPages } from './come-back.page.ts';
import { leavePages } from './leave.page.ts';
import { linkProvider } from './link-provider.ts';
import { listMyProviders } from './list-my-providers.ts';
import { outcomePages } from './outcome.page.ts';
import { stepUpAtProvider } from './step-up-at-provider.ts';
import { unlinkProvider } from './unlink-provider.ts';

/** Signing in elsewhere: to a provider and back, and the providers that are tied to one's account. */
export const providerPages = (services: Services): Page[] => [
  ...leavePages(services),
  ...comeBackPages(services),
  ...outcomePages(services),
];

export const providerOperations = [listMyProviders, linkProvider, unlinkProvider, stepUpAtProvider];
