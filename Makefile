.PHONY: build test coverage mutation samples soak histories screenshots docs bench evaluation pack demo api format

build:
	dotnet build

test:
	dotnet test

# What of Core its own tests run through, by file: artifacts/coverage.
coverage:
	dotnet build tests/Navo.Integrations.Core.Tests -p:Coverage=true -p:RestoreLockedMode=false
	dotnet run --no-build --project tests/Navo.Integrations.Core.Tests -- --coverlet --coverlet-include "[Navo.Integrations.Core]*" --coverlet-single-hit --coverlet-output-format cobertura --results-directory artifacts/coverage

# Which small faults in a folder of Core its tests notice: artifacts/mutation. A folder takes ten minutes to an hour, by its size.
mutation:
	dotnet tool restore
	cd tests/Navo.Integrations.Core.Tests && NAVO_ANALYZE_TESTS=false NAVO_HISTORIES=200 dotnet stryker --mutate "**/$(or $(FOLDER),Access)/**/*.cs" --output ../../artifacts/mutation/$(or $(FOLDER),Access)

samples:
	dotnet run --project samples/Quickstart
	dotnet run --project samples/AddYourOwn/Handbook.Tests
	dotnet run --project samples/UnitTesting

# An hour of virtual time with failing sources; SEED replays one, MINUTES makes it longer.
soak:
	NAVO_SOAK_SEED=$(or $(SEED),20261129) NAVO_SOAK_MINUTES=$(or $(MINUTES),60) dotnet run --project tests/Navo.Integrations.Evaluation.Tests -- --filter-class "*.SoakTests" --show-live-output on

# Syncs that are broken off anywhere, COUNT of them for each source.
histories:
	NAVO_HISTORIES=$(or $(COUNT),10000) dotnet run --project tests/Navo.Integrations.SharePoint.Tests -- --filter-class "*KillAnywhereTests"
	NAVO_HISTORIES=$(or $(COUNT),10000) dotnet run --project tests/Navo.Integrations.Confluence.Tests -- --filter-class "*KillTests"

# The pictures in docs/images, taken by the tests of the page.
screenshots:
	NAVO_SCREENSHOTS=1 dotnet run --project tests/KnowledgeService.Tests -- --filter-class "*.BrowserTests"

# The table of configuration keys and the schema of appsettings.json, from the code.
docs:
	NAVO_WRITE_DOCS=1 dotnet run --project tests/Navo.Integrations.Architecture.Tests -- --filter-class "*.ConfigurationDocumentTests"

bench:
	dotnet run -c Release --project benchmarks/Navo.Integrations.Benchmarks

evaluation:
	dotnet run -c Release --project benchmarks/Navo.Integrations.Evaluation

pack:
	dotnet pack --configuration Release --output artifacts/packages

demo:
	dotnet run --project samples/Navo.Console -- demo

# The public members of a project as the code has them now, into its PublicAPI file: make api PROJECT=Navo.Integrations.Core
api:
	dotnet format analyzers src/$(PROJECT) --diagnostics RS0016 --severity warn

format:
	dotnet format whitespace . --folder
