interface RelyingParty {
  /** The host that passkeys belong to: they answer nobody else, which is what makes them safe from look-alike pages. */
  readonly id: string;
  /** Exactly where the browser must have been, scheme and port included. */
  readonly origin: string;
  readonly name: string;
}

export function relyingParty({ publicUrl, serviceName }: { readonly publicUrl: string; readonly serviceName: string }): RelyingParty {
  const { hostname, origin } = new URL(publicUrl);
  return { id: hostname, origin, name: serviceName };
}
