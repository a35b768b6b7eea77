import NastavnikCLI

NastavnikCLI.main()
