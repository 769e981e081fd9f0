"""``python -m app``: the same as the console command ``kebu``."""

import sys

from app.main import main

sys.exit(main())
