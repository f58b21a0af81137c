"""Run the command line with `python -m quotetrace`."""

from quotetrace.cli import main

if __name__ == "__main__":
    main()
