import { render } from "preact";

const place = document.getElementById("app");
if (place === null) throw new Error("viz/index.html has no element with id app; expected <div id=app>.");
render(<h1>urflow</h1>, place);
