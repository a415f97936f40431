/** What Node itself uses: a program that ends at once. */
process.exitCode = 0;
