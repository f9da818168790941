using Finsam.Browser.Tests.Browsers;
using Finsam.Browser.Tests.Catalogue;
using Finsam.Browser.Tests.Checks;
using Finsam.Browser.Tests.Sites;
using Xunit.Sdk;
using Xunit.v3;

// One browser and one of each site for all tests, which run side by side: a test has a browser context of its own.
[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(AllSites))]
[assembly: AssemblyFixture(typeof(PageTitles))]
[assembly: AssemblyFixture(typeof(KnownViolations))]
[assembly: AssemblyFixture(typeof(ContactSheet))]
[assembly: Parallelization(Mode = ParallelMode.All, MaxThreads = 3)]
